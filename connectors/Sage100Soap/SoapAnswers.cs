using System.Xml.Linq;
using Isthmus.Connectors.Http;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>What the service's answers mean in our vocabulary, envelope or none.</summary>
internal static class SoapAnswers
{
    /// <summary>The element in the envelope's body; null where there is no envelope.</summary>
    public static XElement? Body(ReadOnlyMemory<byte> text) =>
        SoapXml.Read(text) is { } root && root.Name == SoapNames.Soap + "Envelope"
            ? root.Element(SoapNames.Soap + "Body")?.Elements().FirstOrDefault() : null;

    public static Refusal? Judge(ApiCall call, ApiAnswer answer)
    {
        if (call.Method == HttpMethod.Get) return answer.Success ? null : Plain(call, answer);
        var body = Body(answer.Body);
        if (body is not null && body.Name == SoapNames.Soap + "Fault") return SoapFaults.Judge(call, SoapFault.Read(body));
        return answer.Success && body is not null ? null : Plain(call, answer);
    }

    public static Refusal Malformed(ApiCall call, int status) =>
        TransportErrors.Malformed(SageSoapOptions.Id, call, status, "XML");

    /// <summary>IIS answered, not the service.</summary>
    private static Refusal Plain(ApiCall call, ApiAnswer answer) => answer.Status switch
    {
        401 or 403 => Refusal.Final(Make(FailureClass.Auth, "refused-by-iis", "The web server lets nobody in.",
            "Have the service's site in IIS allow anonymous calls: the user's name goes in each call.")),
        404 or 405 => Refusal.Final(Make(FailureClass.Auth, "no-service", "There is no service at this address.",
            "Set BaseAddress to the full address of eBusiness Web Services.")),
        415 => Refusal.Final(Make(FailureClass.Bug, "http-415", "The web server takes the call for malformed.",
            "Report it: the call itself is wrong, not the record.")),
        _ => Malformed(call, answer.Status),
    };

    private static Failure Make(FailureClass kind, string code, string message, string cure) =>
        new(kind, SageSoapOptions.Id, "call the service", code, message, cure);
}
