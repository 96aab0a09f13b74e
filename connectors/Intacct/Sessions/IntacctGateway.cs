using System.Xml;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Intacct.Reading;
using Isthmus.Connectors.Intacct.Replies;
using Isthmus.Connectors.Secrets;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Intacct.Sessions;

/// <summary>Opens sessions, and sends one function in a session.</summary>
internal sealed class IntacctGateway(IntacctOptions options, CallPipeline pipeline, VaultReader vault)
{
    private long requests;

    public async Task<IntacctSession> OpenAsync(CancellationToken cancellation)
    {
        var function = ReadFunction.Session(options.Entity);
        var password = await vault.ReadAsync(options.UserPasswordSecret, cancellation);
        var now = pipeline.Time.GetUtcNow();
        var reply = await SendAsync(function, options.BaseAddress!, xml => Login(xml, password), cancellation);
        var api = reply.Result.Data?.Child("api");
        if (api is null || api.TextOf("sessionid") is not { Length: > 0 } id)
            throw new FailureException(IntacctRefusals.Malformed(function.Operation, 200).Failure);
        var endpoint = IntacctEndpoint.Require(api.TextOf("endpoint"), options.BaseAddress!);
        return new IntacctSession(id, endpoint, now, reply.SessionEnds ?? now + TimeSpan.FromMinutes(30));
    }

    public async Task<IntacctResult> SendAsync(ReadFunction function, IntacctSession session, CancellationToken cancellation)
    {
        var reply = await SendAsync(
            function, session.Endpoint, xml => xml.WriteElementString("sessionid", session.Id), cancellation);
        session.Slide(reply.SessionEnds);
        return reply.Result;
    }

    private async Task<(IntacctResult Result, DateTimeOffset? SessionEnds)> SendAsync(
        ReadFunction function, Uri endpoint, Action<XmlWriter> authentication, CancellationToken cancellation)
    {
        var sender = await vault.ReadAsync(options.SenderIdSecret, cancellation);
        var password = await vault.ReadAsync(options.SenderPasswordSecret, cancellation);
        var controlId = $"isthmus-{Interlocked.Increment(ref requests)}";
        var (address, path) = IntacctEndpoint.Split(endpoint);
        var call = new ApiCall(function.Operation, HttpMethod.Post, path)
        {
            Body = IntacctEnvelope.Write(sender, password, controlId, authentication, function),
            ContentType = "application/xml; charset=utf-8",
            Repeatable = true,
            ReadOnly = true,
        };
        var answer = await pipeline.SendAsync(address, call, AcceptXml, cancellation);
        var reply = (IntacctReply)answer.Reading!;
        return reply.Results.FirstOrDefault(result => result.ControlId == controlId) is { } result
            ? (result, reply.SessionEnds)
            : throw new FailureException(IntacctRefusals.Malformed(function.Operation, answer.Status).Failure);
    }

    private void Login(XmlWriter xml, string password)
    {
        xml.WriteStartElement("login");
        xml.WriteElementString("userid", options.User);
        xml.WriteElementString("companyid", options.Company);
        xml.WriteElementString("password", password);
        if (options.Entity.Length > 0) xml.WriteElementString("locationid", options.Entity);
        xml.WriteEndElement();
    }

    private static ValueTask AcceptXml(HttpRequestMessage request, CancellationToken cancellation)
    {
        request.Headers.Accept.Clear();
        request.Headers.Accept.ParseAdd("application/xml");
        return ValueTask.CompletedTask;
    }
}
