import Topics

/// Changes one of the files of a library so that the whole stays sound: a change that brings a fault with it is refused, and
/// nothing is written.
public struct VocabularyEditing: Sendable {
    private let sources: [VocabularySource]
    /// The file that is changed.
    public let target: VocabularySource

    /// `target` must be one of `sources`, which are in the order in which they count.
    public init(_ sources: [VocabularySource], target: VocabularySource) {
        self.sources = sources
        self.target = target
    }

    /// Changes the file. `edit` is given the file, and the means to see what counts with the file as it is.
    @discardableResult
    public func change<Result>(
        _ edit: (inout UserVocabulary, _ extended: (UserVocabulary) -> VocabularyExtension) throws -> Result
    ) throws -> Result {
        let others = try sources.map { $0 == target ? nil : try VocabularyStore.read($0.path) }
        let extended = { (file: UserVocabulary) in
            Vocabulary.builtIn.adding(zip(sources, others).compactMap { $0 == target ? file : $1 })
        }
        return try VocabularyStore.change(target.path) { file in
            let known = Set(extended(file).problems.map(\.problem))
            let result = try edit(&file, extended)
            if let fault = extended(file).problems.first(where: { !known.contains($0.problem) }) {
                // Nothing was written, so its line is nowhere to be seen.
                throw VocabularyError(file: fault.file, line: 0, problem: fault.problem)
            }
            return result
        }
    }
}
