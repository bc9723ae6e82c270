/** Mail for everyone, site builders and hosters: sharing one of these proves nothing. Whole registrable domains; add one by a word here. */
const publicDomains = new Set(
  `gmail.com googlemail.com outlook.com outlook.de outlook.fr hotmail.com hotmail.co.uk hotmail.de hotmail.fr hotmail.it hotmail.es live.com live.co.uk
  live.de live.nl live.fr msn.com yahoo.com yahoo.co.uk yahoo.de yahoo.fr yahoo.it yahoo.es yahoo.ca yahoo.co.jp yahoo.co.in yahoo.com.au yahoo.com.br
  ymail.com rocketmail.com aol.com aol.co.uk icloud.com me.com mac.com gmx.de gmx.net gmx.com gmx.at gmx.ch web.de t-online.de freenet.de mail.com
  mail.ru yandex.ru yandex.com proton.me protonmail.com pm.me tutanota.com zoho.com fastmail.com hey.com inbox.com mail.de posteo.de mailbox.org
  orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it alice.it seznam.cz wp.pl onet.pl o2.pl interia.pl
  btinternet.com sky.com virginmedia.com ntlworld.com talktalk.net blueyonder.co.uk bigpond.com bigpond.net.au optusnet.com.au telstra.com xtra.co.nz
  comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net frontier.com windstream.net centurylink.net optonline.net
  rogers.com shaw.ca telus.net bell.net sympatico.ca videotron.ca bluewin.ch telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl home.nl
  qq.com 163.com 126.com sina.com naver.com daum.net hanmail.net docomo.ne.jp terra.com.br uol.com.br bol.com.br hotmail.com.br
  onmicrosoft.com microsoft.com office365.com sharepoint.com azurewebsites.net windows.net microsoftonline.com outlook.office.com
  wordpress.com wixsite.com wix.com weebly.com squarespace.com godaddysites.com godaddy.com webnode.com jimdo.com jimdosite.com jimdofree.com blogspot.com
  blogger.com tumblr.com github.io netlify.app vercel.app herokuapp.com pages.dev web.app firebaseapp.com myshopify.com shopify.com business.site
  google.com sites.google.com facebook.com instagram.com twitter.com x.com linkedin.com youtube.com linktr.ee yelp.com amazon.com amazonaws.com
  cloudfront.net ionos.com ionos.de 1und1.de strato.de hosteurope.de ovh.net ovh.com gandi.net one.com secureserver.net bluehost.com hostgator.com
  dreamhost.com siteground.com namecheap.com wirecloud.de netfirms.com homestead.com example.com example.org example.net localhost.localdomain`.split(/\s+/),
);

/** Sharing such a domain is no evidence. */
export function isPublicDomain(registrableDomain: string): boolean {
  return publicDomains.has(registrableDomain);
}
