using Isthmus.Connectors.Intacct.Xml;

namespace Isthmus.Connectors.Intacct.Replies;

/// <summary>Where in an answer a failure stands; all of them come with HTTP 200.</summary>
internal enum IntacctLevel
{
    /// <summary>The request as a whole: its form, its sender, too many at once.</summary>
    Control,
    /// <summary>The user, the company, the session.</summary>
    Authentication,
    /// <summary>The function itself.</summary>
    Function,
}

/// <summary>One error, as Intacct tells it.</summary>
internal sealed record IntacctError(string Number, string Description, string Description2)
{
    public string Text => Description2.Length > 0 ? Description2 : Description;
}

/// <summary>What came of one function. One that failed may have data too: what it did before.</summary>
internal sealed record IntacctResult(
    string Status, string Function, string ControlId, XmlPart? Data, IReadOnlyList<IntacctError> Errors)
{
    public bool Success => Status == "success";
}

/// <summary>An answer of the gateway.</summary>
/// <param name="Trouble">The level that failed; null where everything succeeded.</param>
/// <param name="Errors">Of that level, the first the cause.</param>
/// <param name="SessionEnds">Until when the session lives, by this answer.</param>
/// <param name="Results">What came of each function.</param>
internal sealed record IntacctReply(
    IntacctLevel? Trouble, IReadOnlyList<IntacctError> Errors, DateTimeOffset? SessionEnds, IReadOnlyList<IntacctResult> Results);
