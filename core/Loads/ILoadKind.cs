namespace Isthmus.Core.Loads;

/// <summary>What can be loaded. How: one record at a time (<see cref="IRecordLoad"/>), or a page at once (<see cref="IPageLoad"/>).</summary>
public interface ILoadKind
{
    /// <summary>What people call it: items, customers.</summary>
    string Name { get; }

    /// <summary>Why it is not to be loaded as the company has set things up; null when nothing is in the way.</summary>
    string? Obstacle { get; }

    /// <summary>
    /// How many records there are; it reads no more than their keys, a page at a time. Null where that cannot be told without reading
    /// everything.
    /// </summary>
    Task<long?> CountAsync(CancellationToken cancellation);
}
