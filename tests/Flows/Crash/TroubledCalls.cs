namespace Isthmus.Flows.Tests.Crash;

/// <summary>Calls to vendors under trouble.</summary>
/// <param name="trouble">What goes wrong.</param>
/// <param name="counted">False: only the death of the process concerns them.</param>
internal sealed class TroubledCalls(Trouble trouble, bool counted) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var what = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        return counted ? trouble.PassAsync(what, Send, Failure) : trouble.UnlessDeadAsync(Send, Failure);

        async Task<HttpResponseMessage> Send()
        {
            var answer = await base.SendAsync(request, cancellationToken);
            await answer.Content.LoadIntoBufferAsync(cancellationToken);
            return answer;
        }
    }

    private static HttpRequestException Failure(Form form) => form is Form.Refused
        ? new(HttpRequestError.ConnectionError, "The connection was refused.")
        : new(HttpRequestError.ResponseEnded, "The answer was lost.");
}
