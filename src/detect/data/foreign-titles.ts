/**
 * Offices as other languages name them, a line each: general knowledge; folded. After "/" stand those for women only.
 */
export const FOREIGN_TITLES = `\
president, prasident, presidente, prezydent, prezident, presidentti, cumhurbaskani / prasidentin, presidenta
chancellor, kanzler, bundeskanzler, chancelier, canciller, cancelliere, kanclerz, bondskanselier / kanzlerin, bundeskanzlerin, chanceliere, cancelliera
prime minister, premierminister, ministerprasident, premier ministre, primer ministro, primo ministro, primeiro ministro, minister president, statsminister, basbakan / premierministerin, premiere ministre, primera ministra, primeira ministra
minister, ministre, ministro / ministerin, ministra
attorney general, justizminister, fiscal general, procureur general, procuratore generale, procurador geral / justizministerin
foreign minister, aussenminister, ministre des affaires etrangeres, ministro de exteriores, ministro degli esteri / aussenministerin
senator, senateur, senador, senatore / senatorin, senatrice, senadora
governor, gouverneur, gobernador, governador, governatore / gouverneurin, gobernadora, governadora
mayor, burgermeister, oberburgermeister, alcalde, sindaco, prefeito, burgemeester / burgermeisterin, alcaldesa, sindaca, prefeita
ambassador, botschafter, ambassadeur, embajador, embaixador, ambasciatore / botschafterin, ambassadrice, embajadora, ambasciatrice
judge, juge, juez, giudice / richterin, jueza`;
