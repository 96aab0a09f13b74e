namespace Isthmus.Functions.Operators;

/// <summary>Something that people should know of a connection although work flows there.</summary>
/// <param name="Code">A word for programs.</param>
/// <param name="Message">What is the matter.</param>
/// <param name="Cure">What can be done about it.</param>
public sealed record ConnectionNotice(string Code, string Message, string Cure);

/// <summary>What is known of a connection beside its circuit.</summary>
/// <param name="Notices">What people should know.</param>
/// <param name="Usage">What was used of what the vendor allows, by name; null where nothing is counted.</param>
public sealed record ConnectionFacts(IReadOnlyList<ConnectionNotice> Notices, IReadOnlyDictionary<string, object?>? Usage)
{
    /// <summary>Of a connection of which nothing else is known.</summary>
    public static ConnectionFacts None { get; } = new([], null);
}

/// <summary>Tells what is known of one connection; calls no vendor.</summary>
public interface IConnectionFacts
{
    /// <summary>The connection's id.</summary>
    string Connection { get; }

    /// <summary>What is known now.</summary>
    Task<ConnectionFacts> ReadAsync(CancellationToken cancellation);
}
