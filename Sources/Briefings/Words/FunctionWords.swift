/// Words that tell nothing of what a text is about, by language; folded. Beside the grammar's own, those that every report has.
enum FunctionWords {
    static func of(_ language: String?) -> Set<String> {
        switch language?.prefix(2) {
        case "fr": french
        case "es": spanish
        default: english
        }
    }

    private static func words(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }

    private static let english = words(
        """
        a about above after again against all also although am among an and another any are around as at be became because been before \
        being below between both but by can could day days did do does doing down during each either even every few first for from further \
        get got had has have having he her here hers him himself his how however i if in into is it its itself just last later least less \
        like made make many may me might more most much must my near new next no nor not now of off often on once one only or other our \
        out over own per said same say saying says several she should since so some still such than that the their them then there \
        these they this those three through thus to told too two under until up upon us very was we week weeks were what when where \
        whether which while who whom whose why will with within without would year years yet you your
        """)
    private static let french = words(
        """
        a alors apres au aucun aussi autre aux avant avec avoir car ce cela ces cet cette chaque comme contre dans de depuis des deux dit dont \
        du elle elles en encore entre est et etait ete etre fait il ils je jour l la le les leur leurs lors lui mais meme mis ne ni nos notre \
        nous on ont ou par pas pendant peut plus pour qu quand que qui s sa sans se selon ses si son sont sous sur tous tout toute tres un \
        une vers vous y
        """)
    private static let spanish = words(
        """
        a al algo ante antes asi aun aunque cada como con contra cual cuando de del desde dia dice dijo donde dos durante e el ella ellas \
        ellos en entre era es esa ese eso esta estado este esto fue ha habia han hasta hay la las le les lo los mas me mientras muy ni \
        no nos o otra otro para pero poco por porque que quien se segun ser si sido sin sobre son su sus tambien tanto tiene todo tres tu un \
        una uno y ya
        """)
}
