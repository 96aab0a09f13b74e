using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Embedded.Tests.Hosting;

public sealed class QueueApp(Log log)
{
    public static readonly SemaphoreSlim Hold = new(0);

    [Function("Text")]
    public void Text([QueueTrigger("texts")] string text, int dequeueCount, string id, FunctionContext context) =>
        log.Add($"{text} {dequeueCount} {id.Length} {context.BindingContext.BindingData["QueueTrigger"]}");

    [Function("Typed")]
    public void Typed([QueueTrigger("%TypedQueue%")] Greeting greeting) => log.Add(greeting.Name);

    [Function("Whole")]
    public void Whole([QueueTrigger("wholes")] QueueMessage message) => log.Add($"{message.Body} {message.DequeueCount}");

    [Function("Failing")]
    public void Failing([QueueTrigger("failing")] string text, long dequeueCount)
    {
        log.Add($"{text} {dequeueCount}");
        throw new InvalidOperationException("refused");
    }

    [Function("Slow")]
    public async Task Slow([QueueTrigger("slow")] string text, CancellationToken cancellation)
    {
        log.Add($"began {text}");
        await Hold.WaitAsync(cancellation);
        log.Add($"ended {text}");
    }

    [Function("Forward")]
    [QueueOutput("texts")]
    public static string[] Forward([QueueTrigger("forward")] string text) => text.Split(' ');
}
