using System.Text.Json.Serialization;
using Isthmus.Core;

namespace Isthmus.Functions.Loads;

/// <summary>Starts a load, or lets one go on where it stopped; how far it has come is in its row.</summary>
/// <param name="Id">The load: the run's id.</param>
/// <param name="Kind">What it carries: the business key.</param>
/// <param name="Counted">True when the records were counted.</param>
public sealed record LoadInput(string Id, string Kind, bool Counted = false);

/// <summary>What comes after a page.</summary>
[JsonConverter(typeof(CamelCaseWords<LoadTurn>))]
public enum LoadTurn
{
    /// <summary>The next page, or the rest of this one.</summary>
    Next,
    /// <summary>A rest.</summary>
    Rest,
    /// <summary>Nothing: every record is settled.</summary>
    Done,
    /// <summary>Nothing: a person ended it.</summary>
    Cancelled,
}

/// <summary>How far a load has come.</summary>
/// <param name="Turn">What comes now.</param>
/// <param name="Words">One line for people.</param>
public sealed record LoadReached(LoadTurn Turn, string Words);

/// <summary>Carries one record of a load again.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Its key.</param>
public sealed record LoadRecordInput(string Kind, string Key)
{
    /// <summary>The business key of its run.</summary>
    [JsonIgnore]
    public string BusinessKey => $"{Kind}|{Key}";

    /// <summary>The record that a business key names.</summary>
    public static LoadRecordInput OfBusinessKey(string key) =>
        key.IndexOf('|', StringComparison.Ordinal) is var at && at > 0 ? new(key[..at], key[(at + 1)..]) : new("", key);
}
