import type { Paper } from '../paper/paper.ts';
import { quote, say, text } from '../paper/say.ts';
import { heading, list, paragraph } from '../paper/tell.ts';
import type { Inputs } from './inputs.ts';
import { singlePage } from './page-type.ts';

function accessibilityPaper({ project }: Inputs): Paper {
  const design = text('页面设计', { kind: 'index', of: 'design' });
  const help = text('怎样使用本站', { kind: 'index', of: 'help' });
  const channels = text('沟通渠道', { kind: 'index', of: 'organisation', anchor: 'channels' });
  return {
    title: '无障碍说明',
    kind: 'help',
    description: '本站按哪些标准做到人人可读，怎样检查，哪些地方还做不到，遇到障碍找谁。',
    lead: '本站以WCAG 2.2 AA级和GB/T 37668—2019《信息技术 互联网内容无障碍可访问性技术要求与测试方法》为目标；本页写明做了什么、怎么查的、还差什么。',
    blocks: [
      heading('做了什么'),
      list([
        say`结论总是图形加文字加颜色，黑白打印也能分清；文字与底色的对比度都不低于4.5，图形不低于3，数值见${design}。`,
        '每张图都有一句话写出结论，旁边有同样内容的表格。',
        '表格有标题，每个表头都标明管行还是管列；宽表格可以用键盘左右移动，第一列和表头不动。',
        '只用键盘可以到达每一处；焦点有粗线框；第一下Tab是“跳到正文”。',
        '放大到200%、窗口窄到360像素，内容都不丢，页面不左右滚动；手机上没有小于14像素的字。',
        '不运行脚本也能阅读和打印；没有自动播放，没有闪烁，没有时间限制。',
        '深色和打印各有自己的配色，跟随系统设置。',
      ]),
      heading('怎么查的'),
      list([
        '每次发布前自动运行：用axe检查每一类页面的浅色、深色和打印三种样子，用键盘走完主要任务，量手机上的字号和页面宽度。',
        '自动检查不能代替人：屏幕阅读器的朗读尚未由视障使用者实际试读。',
      ]),
      heading('还差什么'),
      list([
        '方案的个别长表格内容多，用屏幕阅读器逐格听较费时；同样的内容在各条款中也有。',
        say`搜索需要脚本；没有脚本时请用${help}中的目录。`,
        '浏览器打印得到的PDF没有按PDF/UA标记，需要时请直接读网页。',
      ]),
      heading('遇到障碍'),
      paragraph(
        say`请通过${channels}告诉${quote(project.contract.contractor)}：哪一页、用什么设备、遇到什么。也可以要求提供纸质或大字的同样内容。`,
      ),
    ],
  };
}

/** How far everyone can read the site, and whom to tell who cannot. */
export const accessibilityPage = singlePage(accessibilityPaper);
