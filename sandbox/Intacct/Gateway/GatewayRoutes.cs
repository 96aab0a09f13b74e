using System.Xml;
using System.Xml.Linq;
using Isthmus.Sandbox.Faults;
using Isthmus.Sandbox.Intacct.Data;

namespace Isthmus.Sandbox.Intacct.Gateway;

/// <summary>
/// The gateway's addresses: the one that sessions are asked for at, and the company's own, which sessions are good at. POST only.
/// </summary>
internal sealed class GatewayRoutes(Company company, Operations operations, Answers answers, FaultPlan faults)
{
    private const string Path = "ia/xml/xmlgw.phtml";

    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 16_000_000,
    };

    private int underWay;

    public static string EndpointOf(string root, string pod) => $"{root}/{IntacctVendor.Id}/{(pod.Length > 0 ? pod + "/" : "")}{Path}";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost($"/{IntacctVendor.Id}/{Path}", context => AnswerAsync(context, ""));
        routes.MapPost($"/{IntacctVendor.Id}/{{pod}}/{Path}", (HttpContext context, string pod) => AnswerAsync(context, pod));
    }

    private async Task AnswerAsync(HttpContext context, string pod)
    {
        try
        {
            if (Interlocked.Increment(ref underWay) > company.Settings.Concurrency && company.Settings.Concurrency > 0)
                throw new HttpFaultException(429, null, "Too many requests");
            if (context.Request.ContentType?.Contains("xml", StringComparison.OrdinalIgnoreCase) != true)
                throw new HttpFaultException(400, null, "The body must be application/xml");
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            body.Position = 0;
            var root = $"{context.Request.Scheme}://{context.Request.Host}";
            byte[] answer;
            lock (company.Gate) answer = Answers.Bytes(Respond(body, root, EndpointOf(root, pod)));
            await WriteAsync(context.Response, 200, "application/xml", answer);
        }
        catch (HttpFaultException fault)
        {
            var (type, page) = Answers.Page(fault.Status, fault.Code);
            await WriteAsync(context.Response, fault.Status, type, page);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    private XElement Respond(Stream body, string root, string endpoint)
    {
        XElement? request = null;
        try
        {
            request = Parse(body);
            GrammarCheck.Require(request);
            var control = request.Element("control")!;
            if (control.Element("senderid")!.Value != Company.Sender || control.Element("password")?.Value != Company.SenderPassword)
                throw new GatewayException("XL03000006", "Incorrect Intacct XML Partner ID or password.");
            if (faults.TryTake(IntacctVendor.Id, FaultKind.Status, "control") is { } fault)
                throw fault.Status == 200 ? new GatewayException(fault.Code ?? "XL03000009", "The request failed because somebody asked for it.")
                    : new HttpFaultException(fault.Status, fault.Code, "asked for");
            if (control.Element("policyid") is not null)
                return new XElement("response", new XElement("acknowledgement", new XElement("status", "success")),
                    Answers.Control("success", control));
            // What is left out counts as true: every function once and never again.
            var unique = control.Element("uniqueid")?.Value != "false";
            return new XElement("response", Answers.Control("success", control),
                request.Elements("operation").Select(operation => operations.Run(operation, unique, root, endpoint)).ToList());
        }
        catch (GatewayException refused)
        {
            return new XElement("response", Answers.Control("failure", request?.Element("control")),
                Answers.Messages(answers.Error(refused.Number, refused.Message)));
        }
    }

    private static XElement Parse(Stream body)
    {
        try
        {
            using var reader = XmlReader.Create(body, Safe);
            return XElement.Load(reader);
        }
        catch (XmlException broken)
        {
            throw new GatewayException("XL03000003", $"The XML does not parse: {broken.Message}");
        }
    }

    private static Task WriteAsync(HttpResponse response, int status, string type, byte[] body)
    {
        (response.StatusCode, response.ContentType, response.ContentLength) = (status, type, body.Length);
        return response.Body.WriteAsync(body).AsTask();
    }
}
