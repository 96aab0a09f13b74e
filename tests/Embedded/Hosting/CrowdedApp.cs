using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Embedded.Tests.Hosting;

/// <summary>An orchestration that calls more activities than run at once, and a queue beside it.</summary>
public sealed class CrowdedApp(Log log)
{
    public const int Calls = 6;
    public static readonly SemaphoreSlim Hold = new(0);

    [Function("Crowd")]
    public static Task Crowd([OrchestrationTrigger] TaskOrchestrationContext context) =>
        Task.WhenAll(Enumerable.Range(0, Calls).Select(number => context.CallActivityAsync("Wait", number)));

    [Function("Wait")]
    public async Task Wait([ActivityTrigger] int number)
    {
        log.Add($"activity {number}");
        await Hold.WaitAsync();
    }

    [Function("Newcomer")]
    public void Newcomer([QueueTrigger("newcomers")] string text) => log.Add(text);
}
