using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Isthmus.Connectors.Sage100.Outbound;

/// <summary>Stands where the network would be: the agent comes and fetches the call.</summary>
internal sealed class OutboundHandler(AgentExchange exchange, TimeSpan patience) : HttpMessageHandler
{
    /// <summary>Where calls seem to go; no name can be looked up under it.</summary>
    public static readonly Uri Address = new("http://sage-agent.invalid/agent/v1");

    /// <summary>As an agent would say it, if there were one.</summary>
    private static readonly AgentReply Absent = new(
        503,
        Encoding.UTF8.GetBytes(
            $$$"""{"error":{"code":"{{{SageErrors.AgentAbsent}}}","message":"No agent came for the call."}}"""),
        null);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var path = request.RequestUri!.AbsolutePath[Address.AbsolutePath.Length..];
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellation);
        var reply = await exchange.CallAsync(request.Method.Method, path, body, patience, cancellation) ?? Absent;
        var response = new HttpResponseMessage((HttpStatusCode)reply.Status)
        {
            RequestMessage = request, Content = new ReadOnlyMemoryContent(reply.Body),
        };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        // Whoever reads answers gives one up by what it says of its length.
        if (reply.IsTooLong) response.Content.Headers.ContentLength = long.MaxValue;
        if (reply.RetryAfter is { } wait) response.Headers.RetryAfter = new RetryConditionHeaderValue(wait);
        return response;
    }
}
