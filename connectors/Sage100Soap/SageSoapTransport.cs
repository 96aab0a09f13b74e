using System.Xml.Linq;
using Isthmus.Connectors.Http;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>Sends envelopes to the service's address and reads its WSDL from there.</summary>
internal sealed class SageSoapTransport(SageSoapOptions options, CallPipeline pipeline)
{
    private const int MostImports = 20;

    private static readonly string[] Questions = ["singleWsdl", "wsdl"];

    public TimeProvider Time => pipeline.Time;

    public void BeginTurn() => pipeline.BeginTurn();

    public async Task<XElement> SendAsync(string operation, string action, ReadOnlyMemory<byte> envelope, bool readOnly, bool repeatable,
        CancellationToken cancellation)
    {
        var call = new ApiCall(operation, HttpMethod.Post, Page)
        {
            Body = envelope, ContentType = "text/xml; charset=utf-8", ReadOnly = readOnly, Repeatable = readOnly || repeatable,
        };
        var answer = await pipeline.SendAsync(Folder, call, (request, _) =>
        {
            request.Headers.TryAddWithoutValidation("SOAPAction", $"\"{action}\"");
            return AcceptAsync(request);
        }, cancellation);
        return SoapAnswers.Body(answer.Body) ?? throw new FailureException(SoapAnswers.Malformed(call, answer.Status).Failure);
    }

    /// <summary>The contract as the host describes it now.</summary>
    public async Task<SoapContract> DescribeAsync(CancellationToken cancellation)
    {
        foreach (var question in Questions)
        {
            if (await WsdlAsync(question, cancellation) is not { } wsdl) continue;
            if (WsdlReader.Read(wsdl, await SchemasAsync(wsdl, cancellation)) is { } contract) return contract;
        }
        throw new FailureException(new Failure(FailureClass.Permanent, SageSoapOptions.Id, "read the WSDL", "no-contract",
            "The address answers with no WSDL that describes a SOAP 1.1 service.",
            "Set BaseAddress to the full address of eBusiness Web Services; opened in a browser it shows a link to its WSDL."));
    }

    /// <summary>An older host does not know the first question; what it says to the last counts.</summary>
    private async Task<XElement?> WsdlAsync(string question, CancellationToken cancellation)
    {
        try
        {
            return await DocumentAsync(question, cancellation);
        }
        catch (FailureException unknown) when (question != Questions[^1]
            && unknown.Failure is { Outage: false, Code: "no-service" or "malformed-answer" })
        {
            return null;
        }
    }

    /// <summary>The schemas in the WSDL and those that it imports from the service's own address.</summary>
    private async Task<IReadOnlyList<XElement>> SchemasAsync(XElement wsdl, CancellationToken cancellation)
    {
        var schemas = wsdl.Descendants(SoapNames.Schema + "schema").ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < schemas.Count; at++)
        {
            foreach (var import in schemas[at].Elements(SoapNames.Schema + "import"))
            {
                if (Imported((string?)import.Attribute("schemaLocation")) is not { } question
                    || seen.Count == MostImports || !seen.Add(question)) continue;
                if (await DocumentAsync(question, cancellation) is { } schema) schemas.Add(schema);
            }
        }
        return schemas;
    }

    /// <summary>The question at the end of a location; the host that a WSDL names may be one that only the customer can see.</summary>
    private static string? Imported(string? location) =>
        location?.IndexOf('?') is { } cut and >= 0 && location[(cut + 1)..] is { Length: > 0 and < 100 } question
            && question.StartsWith("xsd", StringComparison.Ordinal) ? question : null;

    private async Task<XElement?> DocumentAsync(string question, CancellationToken cancellation)
    {
        var call = new ApiCall("read the WSDL", HttpMethod.Get, $"{Page}?{question}");
        var answer = await pipeline.SendAsync(Folder, call, (request, _) => AcceptAsync(request), cancellation);
        return SoapXml.Read(answer.Body);
    }

    private static ValueTask AcceptAsync(HttpRequestMessage request)
    {
        request.Headers.Accept.Clear();
        request.Headers.Accept.ParseAdd("text/xml");
        return ValueTask.CompletedTask;
    }

    /// <summary>A slash at the end would be another address to a service.</summary>
    private Uri Service => new(options.BaseAddress!.AbsoluteUri.TrimEnd('/'));

    private Uri Folder => new(Service, ".");

    private string Page => Service.Segments[^1];
}
