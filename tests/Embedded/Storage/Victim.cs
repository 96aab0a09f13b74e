using Isthmus.Embedded.Queues;
using Isthmus.Embedded.Storage;

namespace Isthmus.Embedded.Tests.Storage;

/// <summary>
/// A program of its own that writes until it is killed, and prints each number once it was told that it is stored.
/// </summary>
internal static class Victim
{
    private const int Writers = 8;

    public static async Task Main(string[] args)
    {
        if (args is not [var home]) return;
        await using var store = EmbeddedStore.Open(home);
        var queues = QueueStore.Of(store);
        await queues.CreateAsync("orders");
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(first => WriteAsync(queues, first)));
    }

    private static async Task WriteAsync(QueueStore queues, int first)
    {
        for (var number = first; ; number += Writers)
        {
            await queues.SendAsync("orders", $"{number}");
            lock (Console.Out) Console.Out.WriteLine(number);
        }
    }
}
