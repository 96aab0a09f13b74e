using System.Collections.Concurrent;
using Isthmus.Core.Failures;
using Isthmus.Functions.ZohoCrm;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.ZohoCrm;

/// <summary>Follows accounts and keeps what was handed over; a test may have it fail.</summary>
internal sealed class KeptChanges(string module = "Accounts", params string[] fields) : ICrmChangeHandler
{
    private volatile string cause = Failure.Ours;
    private int failures;

    public string Module => module;

    public bool Enabled { get; set; } = true;

    /// <summary>Another who follows another module.</summary>
    public KeptChanges? Beside { get; init; }

    public IReadOnlyList<string> Fields => fields;

    public ConcurrentQueue<CrmChange> Taken { get; } = new();

    /// <summary>Completes when it could not take changes.</summary>
    public TaskCompletionSource Failed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>So many of the next changes cannot be taken, because of ourselves or of a connection.</summary>
    public void Fail(int times, string connection = Failure.Ours) => (cause, failures) = (connection, times);

    public Task TakeAsync(IReadOnlyList<CrmChange> changes, DurableTaskClient client, CancellationToken cancellation)
    {
        if (Interlocked.Decrement(ref failures) >= 0)
        {
            Failed.TrySetResult();
            throw new FailureException(new Failure(FailureClass.Transient, cause, "take changes", "busy", "Busy.", "It comes again."));
        }
        foreach (var change in changes) Taken.Enqueue(change);
        return Task.CompletedTask;
    }

    public void Furnish(FunctionsApplicationBuilder app)
    {
        app.Services.AddSingleton<ICrmChangeHandler>(this);
        Beside?.Furnish(app);
    }

    public IReadOnlyList<CrmChange> Of(string id) => [.. Taken.Where(change => change.RecordId == id)];
}
