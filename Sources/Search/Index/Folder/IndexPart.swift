/// A live segment as the index holds it.
struct IndexPart: Sendable {
    let identifier: UInt64
    let segment: IndexSegment
    var tombstones = Tombstones()
    /// On the disk. Segments in memory are lost with the process; the store gives their articles again.
    let isOnDisk: Bool
    /// The version of the tombstones on the disk, and what it holds.
    var writtenVersion: UInt64 = 0
    var written = Tombstones()
    /// Being merged: no other merge may take it.
    var isBusy = false

    var live: Int { segment.documentCount - tombstones.count }

    /// The document of `article` where it counts.
    func liveDocument(_ article: Int64) -> UInt32? {
        guard let document = segment.document(ofArticle: article), !tombstones.contains(document) else { return nil }
        return document
    }
}
