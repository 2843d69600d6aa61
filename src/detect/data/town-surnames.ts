/** Towns, well known in English texts, that are surnames too: general knowledge. Folded. */
export const TOWN_SURNAMES =
  "alexandria allentown augusta austin barnet berlin bolton boston bradford bremen brighton bristol burbank burlington " +
  "burnley cambridge canterbury carlisle charleston charlotte chelsea cheltenham chester chesterfield cleveland clifton " +
  "columbus compton coventry croydon dallas darlington dayton denver derby doncaster dover dublin durham everton florence " +
  "fulham gainesville geneva glasgow gloucester greenwich halifax hamilton hartford hastings hereford houston huntington " +
  "indianapolis ipswich jefferson kensington kingston lancaster lansing lincoln lisbon liverpool london luton madison " +
  "mansfield melbourne memphis middleton milan milton montgomery nashville newark newcastle newport newton nottingham " +
  "oakland odessa olympia orlando oxford paris perth petersburg phoenix preston princeton raleigh reading richmond " +
  "rochester rome salem salisbury scarborough selma sheffield shelby shrewsbury southampton springfield stafford " +
  "stamford stanford stockton stratford sunderland surrey sutton swansea sydney tacoma taunton trenton troy tyler " +
  "verona vienna waco wakefield warrington warsaw warwick washington waterloo watford wellington westminster wimbledon " +
  "winchester windsor winston worcester worthing york";
