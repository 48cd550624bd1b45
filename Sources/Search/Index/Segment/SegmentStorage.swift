import Glibc
import Synchronization

/// The bytes of a segment, mapped from its file or held in memory, and which of their pages were verified.
///
/// Unchecked: the bytes never change, and what is noted about them is atomic.
final class SegmentStorage: @unchecked Sendable {
    let base: UnsafeRawPointer
    let count: Int
    /// What holds mapped memory; nothing where the memory is our own.
    private let file: MappedFile?
    private let pageCount: Int
    /// The bytes that the checks cover.
    private let checked: Int
    /// A byte a page: 0 for not verified yet.
    private let pages: UnsafeMutablePointer<Atomic<UInt8>>
    private let damage = Atomic<Bool>(false)

    /// Takes over `bytes`, of which the first `checked` have a check a page, `checks` bytes from the start.
    init(_ bytes: UnsafeRawBufferPointer, file: MappedFile?, checked: Int, isVerified: Bool) {
        base = bytes.baseAddress ?? UnsafeRawPointer(UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 1))
        count = bytes.count
        self.file = file
        self.checked = checked
        pageCount = (checked + 1 << SegmentFormat.pageShift - 1) >> SegmentFormat.pageShift
        pages = .allocate(capacity: max(1, pageCount))
        for page in 0..<pageCount { (pages + page).initialize(to: Atomic(isVerified ? 1 : 0)) }
    }

    deinit {
        pages.deinitialize(count: pageCount)
        pages.deallocate()
        if file == nil { UnsafeMutableRawPointer(mutating: base).deallocate() }
    }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    /// Whether anything read so far was damaged, or its file changed. What was read since may be incomplete.
    var isDamaged: Bool {
        if damage.load(ordering: .relaxed) { return true }
        guard let file, file.isChanged else { return false }
        noteDamage()
        return true
    }

    /// Remembers that something cannot be.
    @inline(never)
    func noteDamage() { damage.store(true, ordering: .relaxed) }

    /// Whether the bytes at `offset` are as they were written; else damage is noted. Reads each page once.
    @inline(__always)
    func isIntact(_ offset: Int, _ length: Int) -> Bool {
        let first = offset &>> SegmentFormat.pageShift
        let last = (offset &+ length &- 1) &>> SegmentFormat.pageShift
        if offset >= 0, length > 0, first == last, last < pageCount, pages[first].load(ordering: .relaxed) == 1 { return true }
        return verify(offset, length)
    }

    @inline(never)
    private func verify(_ offset: Int, _ length: Int) -> Bool {
        guard length != 0 else { return true }
        guard offset >= 0, length > 0, offset <= checked, length <= checked - offset else {
            noteDamage()
            return false
        }
        for page in (offset >> SegmentFormat.pageShift)...((offset + length - 1) >> SegmentFormat.pageShift)
        where pages[page].load(ordering: .relaxed) == 0 {
            guard verifyPage(page) else { return false }
        }
        return true
    }

    private func verifyPage(_ page: Int) -> Bool {
        let start = page << SegmentFormat.pageShift
        let end = min(checked, start + 1 << SegmentFormat.pageShift)
        let expected = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: checked + 8 * page, as: UInt64.self))
        guard XXHash64.hash(UnsafeRawBufferPointer(start: base + start, count: end - start)) == expected else {
            noteDamage()
            return false
        }
        pages[page].store(1, ordering: .relaxed)
        return true
    }

    /// Lets the system take back what was read of a mapped file: it comes again when it is read again. What reads a whole
    /// segment once calls this now and then, so as not to hold all of it.
    func releasePages() {
        file?.releasePages()
    }

    /// Verifies every page, whatever was verified before.
    func verifyAll() -> Bool {
        (0..<pageCount).allSatisfy(verifyPage)
    }
}
