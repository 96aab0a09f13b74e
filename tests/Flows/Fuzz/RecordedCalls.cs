using System.Collections.Concurrent;
using Isthmus.Fuzz;

namespace Isthmus.Flows.Tests.Fuzz;

/// <summary>Keeps the different answers that vendors give, a few for each kind of call.</summary>
internal sealed class RecordedCalls(ConcurrentDictionary<string, ConcurrentQueue<KeptAnswer>> kept) : DelegatingHandler
{
    private const int EachKind = 3;
    private const int Longest = 16 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var answer = await base.SendAsync(request, cancellationToken);
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        var shape = CallShape.Of(request.Method, request.RequestUri!, sent);
        var same = kept.GetOrAdd(shape, _ => []);
        if (body.Length <= Longest && same.Count < EachKind && same.All(known => known.Body != body))
            same.Enqueue(new KeptAnswer(shape, (int)answer.StatusCode, body));
        return answer;
    }
}
