using System.Text.Json;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Http;

/// <summary>What a vendor's answer must have for the next step to be possible.</summary>
public static class NeededMembers
{
    // No vendor's id or number is nearly as long.
    private const int LongestId = 100;

    /// <summary>An id or number.</summary>
    /// <exception cref="FailureException">It is absent, empty, of another type or absurdly long: <c>malformed-answer</c>.</exception>
    internal static string Id(this JsonElement answer, string name, string connection, string operation) =>
        answer.Text(name) is { Length: > 0 and <= LongestId } id ? id : throw Lacking(name, connection, operation);

    /// <summary>
    /// An answer that lacks what it must have, or holds it in another form: that is no mistake of ours, and it is asked for again.
    /// </summary>
    /// <param name="name">What it lacks.</param>
    /// <param name="connection">Whose answer it is.</param>
    /// <param name="operation">What was asked of it.</param>
    public static FailureException Lacking(string name, string connection, string operation = "read the answer") => new(new Failure(
        FailureClass.Transient, connection, operation, "malformed-answer", $"The answer lacks a usable '{name}'.",
        "It is tried again; if it goes on, the vendor has changed its API, or a proxy stands between.")
    {
        Field = name,
        EffectUnknown = true,
    });
}
