/** Words of many organisations' names, after abbreviations were written out: the share of names that hold one. */
const shares: readonly (readonly [number, string])[] = [
  [0.05, 'of group service city university international'],
  [
    0.02,
    'for de school college hospital institute center company technology holding research health medical national construction consulting property industry global trust solution foundation association department district management system town county state public care dental law capital energy engineering',
  ],
  [
    0.008,
    'new la les des do di da el los in et und al home house studio design art media digital data bank credit insurance financial investment partner building electric auto automotive motor car truck transport logistic travel hotel restaurant cafe bar food farm garden lawn landscape cleaning plumbing heating roofing painting flooring security academy community church society council authority commission office agency club centre union board police fire court library museum science laboratory pharmaceutical therapeutic clinic animal veterinary pet family child beauty hair salon spa fitness sport music film photo photography print packaging paper steel metal plastic chemical oil gas water power solar wind mining mineral gold resource material product market marketing communication network software computer information internet online mobile wireless enterprise venture development realty estate apartment rental storage supply trading trade import export retail shop store boutique fashion jewelry furniture tool machine equipment repair contractor accounting tax audit legal attorney lawyer notary solicitor surveyor architect advisory consultant staffing training education american european british german french united royal first general central north south east west northern southern eastern western valley river lake mountain hill park green blue red white black star sun life world saint san santa san st dr john james smith japan china india london york texas berlin paris',
  ],
];

export const commonWords: ReadonlyMap<string, number> = new Map(shares.flatMap(([share, words]) => words.split(' ').map((word) => [word, share] as const)));
