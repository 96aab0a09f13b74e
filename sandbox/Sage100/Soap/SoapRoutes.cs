using System.Text;
using System.Xml.Linq;
using Isthmus.Sandbox.Faults;
using Isthmus.Sandbox.Sage100.Data;

namespace Isthmus.Sandbox.Sage100.Soap;

/// <summary>eBusiness Web Services at one address: calls by POST, the WSDL and its schemas by GET. SOAP 1.1.</summary>
internal sealed class SoapRoutes(Company company, FaultPlan faults, SoapSettings settings)
{
    private const string Address = "/sage-100/soap";

    private static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";

    private readonly SoapStructures structures = new(company);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, (HttpContext context) => settings.PoolDown ? DownAsync(context.Response) : DescribeAsync(context));
        routes.MapPost(Address, (HttpContext context) => settings.PoolDown ? DownAsync(context.Response) : AnswerAsync(context));
    }

    private Task DescribeAsync(HttpContext context)
    {
        var question = context.Request.QueryString.Value ?? "";
        var wsdl = new SoapWsdl(settings, structures, $"{context.Request.Scheme}://{context.Request.Host}{Address}");
        XElement? document;
        lock (company.Gate)
            document = question switch
            {
                "?wsdl" => wsdl.Write(single: false),
                "?singleWsdl" => wsdl.Write(single: true),
                "?xsd=xsd0" => wsdl.Schema(0),
                "?xsd=xsd1" => wsdl.Schema(1),
                _ => null
            };
        return document is null
            ? WriteAsync(context.Response, 200, "text/html; charset=utf-8",
                "<html><body><h1>MasService Service</h1><p>You have created a service.<br></body></html>")
            : WriteAsync(context.Response, 200, "text/xml; charset=utf-8", document.ToString(SaveOptions.DisableFormatting));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.ContentType?.StartsWith("text/xml", StringComparison.OrdinalIgnoreCase) != true)
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }
        if (await SoapRequest.ReadAsync(context.Request) is not { } call)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        var (status, body) = Run(context, call);
        var envelope = new XElement(Soap + "Envelope", new XAttribute(XNamespace.Xmlns + "s", Soap), new XElement(Soap + "Body", body));
        await WriteAsync(context.Response, status, "text/xml; charset=utf-8", envelope.ToString(SaveOptions.DisableFormatting));
    }

    private (int Status, XElement Body) Run(HttpContext context, XElement call)
    {
        try
        {
            var action = context.Request.Headers["SOAPAction"].ToString().Trim('"');
            if (call.Name.NamespaceName != settings.Namespace || !SoapOperation.All.TryGetValue(call.Name.LocalName, out var operation)
                || action != SoapWsdl.Action(settings, operation.Name))
                throw new SoapFaultException("ActionNotSupported",
                    $"The message with Action '{action}' cannot be processed at the receiver, due to a ContractFilter mismatch.", isMas: false);
            XElement? result;
            lock (company.Gate) result = new SoapService(company, faults, settings, structures).Run(operation, call);
            return (200, new XElement(XName.Get(operation.Name + "Response", settings.Namespace), result));
        }
        catch (SoapFaultException fault)
        {
            return (500, Fault(fault));
        }
    }

    private XElement Fault(SoapFaultException fault)
    {
        XNamespace service = settings.Namespace, data = settings.DataNamespace;
        return new XElement(Soap + "Fault",
            new XElement("faultcode", new XAttribute(XNamespace.Xmlns + "a", service), $"a:{fault.Code}"),
            new XElement("faultstring", new XAttribute(XNamespace.Xml + "lang", "en-US"), fault.Message),
            fault.IsMas ? new XElement("detail", new XElement(service + "MasFault",
                new XElement(data + "ErrorCode", fault.Code), new XElement(data + "ErrorMessage", fault.Message))) : null);
    }

    private static Task DownAsync(HttpResponse response) => WriteAsync(response, 503, "text/html; charset=us-ascii",
        "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">"
        + "<HTML><HEAD><TITLE>Service Unavailable</TITLE></HEAD><BODY><h2>Service Unavailable</h2><hr></BODY></HTML>");

    private static Task WriteAsync(HttpResponse response, int status, string type, string text)
    {
        response.StatusCode = status;
        response.ContentType = type;
        return response.Body.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();
    }
}
