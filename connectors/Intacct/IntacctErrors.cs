using System.Text;
using System.Xml;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Intacct.Replies;

namespace Isthmus.Connectors.Intacct;

/// <summary>What an answer means in our vocabulary. Source: developer.intacct.com, web-services/error-handling.</summary>
internal sealed class IntacctErrors(IntacctOptions options)
{
    public Refusal? Judge(ApiCall call, ApiAnswer answer)
    {
        if (answer.Body.IsEmpty || IsPage(answer.Body.Span)) return NoXml(call, answer);
        try
        {
            var reply = IntacctReplies.Read(answer.Body);
            answer.Reading = reply;
            return reply.Trouble is { } level ? IntacctRefusals.Of(level, reply.Errors, call, answer, options)
                : answer.Success ? null : NoXml(call, answer);
        }
        catch (XmlException broken)
        {
            return answer.Success && IsUnsafe(answer.Body.Span, broken) ? IntacctRefusals.Unsafe(call.Operation) : NoXml(call, answer);
        }
    }

    private static Refusal NoXml(ApiCall call, ApiAnswer answer) => answer is { NeedsWords: true, Status: not 404 }
        ? IntacctRefusals.Malformed(call.Operation, answer.Status) : IntacctRefusals.ByStatus(call, answer);

    /// <summary>
    /// A page for people, in HTML or XHTML: of a proxy, a login, or what stands before the gateway in maintenance.
    /// </summary>
    private static bool IsPage(ReadOnlySpan<byte> body)
    {
        var start = Encoding.UTF8.GetString(body[..Math.Min(body.Length, 256)]).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        if (start.StartsWith("<?xml", StringComparison.Ordinal)) start = start[(start.IndexOf('>', StringComparison.Ordinal) + 1)..].TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsUnsafe(ReadOnlySpan<byte> body, XmlException broken) =>
        body.IndexOf("<!DOCTYPE"u8) >= 0 || broken.Message.Contains("nested", StringComparison.Ordinal)
        || broken.Message.Contains("MaxCharacters", StringComparison.Ordinal);
}
