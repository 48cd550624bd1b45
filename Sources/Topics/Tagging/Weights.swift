/// What each piece of evidence is worth, in log-odds (natural logarithm). Set by judgement over kinds of evidence,
/// never for a single label.
public struct Weights: Hashable, Sendable {
    /// A passage's odds before anything is read.
    public var prior = -4.0
    /// The probability from which on a passage is probably about a topic.
    public var threshold = 0.5
    /// The probability from which on it is possibly, below the threshold.
    public var possible = 0.15

    // By kind of label.
    /// A label with three content words or more.
    public var longPhrase = 5.6
    /// A label with two content words.
    public var phrase = 5.1
    /// A label of one word that is no common one.
    public var word = 4.5
    /// A label that matches exactly as written.
    public var exact = 4.8
    /// A common word: «regulation».
    public var common = 2.4
    /// Added for the label that the vocabulary prefers.
    public var preferred = 0.3
    /// Added for a label of another language than the text's.
    public var foreign = -0.3

    // By how the words of the text differ from the label's.
    /// Added where they are another form of the same word: «breaches».
    public var inflected = -0.1
    /// Added to a label of several words where one is another word of the same stem: «government» for «governance».
    public var derived = -1.2
    /// Instead of the label's, for a single word that is another word of the same stem.
    public var derivedWord = 1.2
    /// Added where two topics have labels that the words fit equally well.
    public var ambiguous = -1.2

    /// Added where the words of a label stand in order with others between them.
    public var inserted = -0.7
    /// Added where they stand in another order.
    public var permuted = -0.9

    // By place.
    /// The share that is left inside «(see: Another Title)» and inside code.
    public var asideShare = 0.25
    /// The share that is left of a match inside a longer one of a topic further down the same branch.
    public var coveredByNarrowerShare = 0.2

    /// The share that is left behind «unrelated to», «as opposed to», «not a».
    public var contrastShare = 0.1
    /// The share that is left behind «rather than», «unlike».
    public var partialContrastShare = 0.6

    // By repetition.
    /// The share of the second, third, … label of a topic in a passage, the last one for all further ones.
    public var furtherLabels = [1, 0.6, 0.4, 0.3, 0.2]
    /// The share of the second, third, … occurrence of one label; nothing for further ones.
    public var repetitions = [1, 0.35, 0.15, 0.05]

    // By context.
    public var heading = 0.5
    public var underHeading = 0.5
    public var firstParagraph = 0.2
    public var title = 0.7
    public var deck = 0.4
    public var kicker = 0.6
    public var neighbour = 0.3
    public var spread = 0.3
    public var relatedTopic = 0.3
    /// Where the passage speaks of a topic that the vocabulary says is related.
    public var coOccurrence = 0.2
    /// For each doubling of how rare the words are in the user's library against ``usualShare``, and the most in all, either
    /// way: less than what a single word has above the threshold.
    public var librarySpecificity = 0.08
    public var librarySpecificityMost = 0.3
    /// The share of passages that the words of a label usually stand in.
    public var usualShare = 0.01
    /// How many passages a library must have before it counts half.
    public var libraryPassages = 1_000.0
    /// Where nothing else speaks for the topic.
    public var contrast = -1.0
    /// How many passages must speak of a topic for it to be spread over an article.
    public var spreadPassages = 3
    /// The highest odds that an acronym which nothing decides reaches alone, whatever the context.
    public var undecidedMost = -0.4
    /// One common word, however often and wherever it stands, never suffices.
    public var commonWordAlone = -3.0
    /// What a citation of one provision is worth for a topic that stands for it.
    public var citation = 6.5
    /// What it is worth for a topic that the provision only touches: possible, never more.
    public var citationBeside = 2.6
    /// Taken off for each further provision that the same citation names, and the most that is.
    public var citationOfMany = 0.15
    public var citationOfManyMost = 2.0
    /// Added where the provision's number was compared with the text of its treaty.
    public var checkedProvision = 0.25
    /// What a publisher's category line is worth for the article as a whole.
    public var kickerOfArticle = 7.0

    public init() {}

    /// The weights that come with the program.
    public static let standard = Weights()
}
