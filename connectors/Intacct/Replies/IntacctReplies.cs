using System.Globalization;
using System.Xml;
using Isthmus.Connectors.Intacct.Xml;

namespace Isthmus.Connectors.Intacct.Replies;

/// <summary>Reads answers, level by level: control, authentication, result. Source: Intacct's response DTD 2.1.</summary>
internal static class IntacctReplies
{
    /// <summary>The answer in a body.</summary>
    /// <exception cref="XmlException">It is no answer of the gateway.</exception>
    public static IntacctReply Read(ReadOnlyMemory<byte> body)
    {
        var response = SafeXml.Read(body);
        if (!response.Is("response") || response.Child("control") is not { } control)
            throw new XmlException("There is no control element.");
        var operation = response.Child("operation");
        if (control.TextOf("status") != "success" || operation is null) return Failed(IntacctLevel.Control, response);
        if (operation.Child("authentication") is not { } authentication) throw new XmlException("There is no authentication element.");
        if (authentication.TextOf("status") != "success") return Failed(IntacctLevel.Authentication, operation);
        var results = operation.All("result").Select(Result).ToList();
        // A transaction that failed has one failure; the others are aborted, which is no error of their own.
        var failed = results.FirstOrDefault(result => result.Status == "failure") ?? results.FirstOrDefault(result => !result.Success);
        if (results.Count == 0) return Failed(IntacctLevel.Function, operation);
        return new IntacctReply(
            failed is null ? null : IntacctLevel.Function, failed?.Errors ?? [], Moment(authentication.TextOf("sessiontimeout")), results);
    }

    private static IntacctReply Failed(IntacctLevel level, XmlPart at) => new(level, Errors(at), null, []);

    private static IntacctResult Result(XmlPart result) => new(
        result.TextOf("status"), result.TextOf("function"), result.TextOf("controlid"), result.Child("data"), Errors(result));

    private static List<IntacctError> Errors(XmlPart part) => part.Child("errormessage") is not { } message ? []
        : [.. message.All("error").Select(error =>
            new IntacctError(error.TextOf("errorno"), error.TextOf("description"), error.TextOf("description2")))];

    private static DateTimeOffset? Moment(string text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
