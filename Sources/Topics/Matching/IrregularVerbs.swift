/// English verbs whose forms do not share a stem: «steal», «stole», «stolen». Forms that are common words of another
/// meaning too, such as «found» and «left», are not among them.
enum IrregularVerbs {
    /// The base form first.
    static let forms: [[String]] = [
        ["steal", "stole", "stolen"], ["pay", "paid"], ["sell", "sold"], ["buy", "bought"], ["break", "broke", "broken"],
        ["hide", "hid", "hidden"], ["take", "took", "taken"], ["give", "gave", "given"], ["write", "wrote", "written"],
        ["send", "sent"], ["spend", "spent"], ["lose", "lost"], ["catch", "caught"], ["bring", "brought"], ["fight", "fought"],
        ["freeze", "froze", "frozen"], ["withdraw", "withdrew", "withdrawn"], ["seek", "sought"], ["speak", "spoke", "spoken"],
        ["swear", "swore", "sworn"], ["choose", "chose", "chosen"], ["throw", "threw", "thrown"], ["hold", "held"],
        ["forget", "forgot", "forgotten"], ["teach", "taught"], ["flee", "fled"], ["deal", "dealt"], ["build", "built"],
        ["keep", "kept"], ["tell", "told"], ["know", "knew", "known"], ["drive", "drove", "driven"],
    ]
}
