using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Bench.Engine;

/// <summary>The function that is measured: it does nothing but count.</summary>
public static class CountedMessages
{
    internal const string Queue = "bench";

    private static int left;
    private static TaskCompletionSource all = new();

    internal static Task Expect(int messages)
    {
        (left, all) = (messages, new(TaskCreationOptions.RunContinuationsAsynchronously));
        return all.Task;
    }

    /// <summary>Takes one message.</summary>
    [Function(nameof(Count))]
    public static void Count([QueueTrigger(Queue)] string text)
    {
        if (Interlocked.Decrement(ref left) == 0) all.SetResult();
    }
}
