using System.Text.Json;

namespace Isthmus.Connectors.Sage100;

/// <summary>One record to write.</summary>
/// <param name="Ref">The caller's name for it, unique in the call; its result carries the same.</param>
/// <param name="Object">The business object: AR_Customer, SO_SalesOrder, ...</param>
/// <param name="Mode">Create, update or delete.</param>
/// <param name="Key">The key columns, in the object's order.</param>
/// <param name="Body">UTF-8 JSON <c>{"values":{...},"lines":[...]}</c> as the mapping makes it, columns in the order in which
/// Sage must set them; empty for a delete.</param>
public sealed record SageWrite(
    string Ref, string Object, SageMode Mode, IReadOnlyDictionary<string, string> Key, ReadOnlyMemory<byte> Body);

/// <summary>What a write does.</summary>
public enum SageMode
{
    /// <summary>The key must be new; a key that is taken gives <see cref="SageOutcome.Exists"/>.</summary>
    Create,
    /// <summary>The key must be there; only the columns named change.</summary>
    Update,
    /// <summary>Removes the record.</summary>
    Delete,
}

/// <summary>What became of one record.</summary>
/// <param name="Ref">As in the write.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Record">The stored record, for what is there now.</param>
/// <param name="Message">Sage's warning, where there is one; may hold values of the record.</param>
/// <param name="Error">What Sage refused.</param>
public sealed record SageWriteResult(string Ref, SageOutcome Outcome, JsonElement? Record, string? Message, SageError? Error);

/// <summary>How the write of one record ended. Source: docs/sage-100-agent-protocol.md.</summary>
public enum SageOutcome
{
    /// <summary>Stored.</summary>
    Written,
    /// <summary>Stored, with a warning.</summary>
    WrittenWithWarning,
    /// <summary>A create found its key taken; nothing changed.</summary>
    Exists,
    /// <summary>An update or delete did not find its key.</summary>
    NotFound,
    /// <summary>Sage refused a value; nothing was stored.</summary>
    Refused,
    /// <summary>Somebody holds the record; nothing was stored.</summary>
    Locked,
    /// <summary>The session broke; whether it was stored is unknown.</summary>
    Failed,
}

/// <summary>What Sage said about a record. Its texts may hold values of the record.</summary>
/// <param name="Object">The business object.</param>
/// <param name="Column">The column, where one is known.</param>
/// <param name="Value">The value that was refused.</param>
/// <param name="Message">Sage's own text.</param>
/// <param name="Line">The refused line, counted from 0.</param>
public sealed record SageError(string Object, string? Column, string? Value, string Message, int? Line);
