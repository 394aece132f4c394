import type { Destination } from '../core/reports/destination.ts';
import { links } from './links.ts';

/** The address of what a report points at. */
export function hrefOf(to: Destination): string {
  switch (to.kind) {
    case 'evidence':
      return links.evidence(to.month, to.indicator);
    case 'indicator':
      return links.indicator(to.indicator);
    case 'log':
      return links.recordsLog(to.month, to.log);
    case 'row':
      return links.row(to.month, to.log, to.line);
    case 'records':
      return links.recordsMonth(to.month);
    case 'quality':
      return links.qualityMonth(to.month);
    case 'compliance':
      return links.complianceMonth(to.month);
    case 'report':
      return links.report(to.id);
    case 'month-row':
      return `${links.report(to.period)}#m-${to.indicator}`;
    case 'part':
      return `${links.report(to.report)}#${to.id}`;
    case 'twin':
      return links.reportApi(to.id, to.format);
    case 'location':
      return links.location(to.location);
    case 'improvement':
      return links.improvement();
    case 'organisation':
      return links.organisationItem(to.id);
    case 'attachment':
      return links.attachment(to.number);
  }
}
