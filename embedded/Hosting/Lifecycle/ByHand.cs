using Isthmus.Embedded.Hosting.Invocation;
using Isthmus.Embedded.Hosting.Queues;
using Isthmus.Embedded.Queues;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Embedded.Hosting.Lifecycle;

/// <summary>Starts a timer or queue function because an administrator asks for it.</summary>
internal sealed class ByHand(AppParts parts)
{
    private const string NoMessage = "00000000-0000-0000-0000-000000000000";

    /// <summary>False: no such function, or one of another kind. The call goes on after this returns.</summary>
    public bool Start(string name, string? input)
    {
        if (parts.Timers.TryGetValue(name, out var timer))
        {
            _ = timer.RunNowAsync();
            return true;
        }
        var entry = parts.Entries.FirstOrDefault(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (entry?.Trigger is not QueueTriggerAttribute) return false;
        var now = parts.Store.Time.GetUtcNow();
        var message = new QueueInput(
            new StoredMessage(NoMessage, "", input ?? "", 1, now, now, now), BinaryData.FromString(input ?? ""));
        _ = parts.Invoker.InvokeAsync(entry, new Call(Call.NewId(), message, message.Data()), CancellationToken.None);
        return true;
    }
}
