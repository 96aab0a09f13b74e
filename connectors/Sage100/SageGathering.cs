using Isthmus.Core.Failures;
using Isthmus.Core.Runs;

namespace Isthmus.Connectors.Sage100;

/// <summary>
/// Puts what many steps want written at the same time into few calls. Each record is answered by itself: what one of them meets is
/// no neighbour's, and a call that failed as a whole is told to each, so that each is looked for before it is written again.
/// </summary>
/// <param name="options">How many records, and how long they wait for each other.</param>
/// <param name="lanes">Calls under way at once.</param>
/// <param name="time">The clock of the window.</param>
/// <param name="call">Writes records in one call; gives what became of each.</param>
internal sealed class SageGathering(
    SageBatchOptions options, int lanes, TimeProvider time, Func<IReadOnlyList<SageWrite>, Task<SageAnswers>> call)
{
    private const int BytesACall = 2 * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly Queue<GatheredWrite> waiting = new();
    private ITimer? alarm;
    private bool due = options.Window == TimeSpan.Zero;
    private int underWay;

    /// <summary>Writes one record among others.</summary>
    public async Task<SageWriteResult> WriteAsync(SageWrite record, CancellationToken cancellation)
    {
        var place = new GatheredWrite(record);
        lock (gate)
        {
            waiting.Enqueue(place);
            if (!due && waiting.Count == 1) SetAlarm();
            Depart();
        }
        var end = await place.Ended.WaitAsync(cancellation);
        foreach (var made in end.Calls) VendorCalls.Note(made with { Operation = end.Shown(record, made.Operation) });
        return end.Result();
    }

    private void SetAlarm()
    {
        alarm?.Dispose();
        alarm = time.CreateTimer(
            _ =>
            {
                lock (gate)
                {
                    due = waiting.Count > 0;
                    Depart();
                }
            },
            null, options.Window, Timeout.InfiniteTimeSpan);
    }

    private void Depart()
    {
        while (underWay < lanes && waiting.Count > 0 && (due || waiting.Count >= options.Records))
        {
            underWay++;
            var batch = Take();
            if (options.Window > TimeSpan.Zero && waiting.Count == 0) due = false;
            // The first record's step speaks for all of them: its turn at the vendor, its trace.
            ExecutionContext.Run(batch[0].Context, first => { _ = SendAsync(batch); }, null);
        }
    }

    private List<GatheredWrite> Take()
    {
        var batch = new List<GatheredWrite>();
        var bytes = 0;
        while (batch.Count < options.Records && waiting.TryPeek(out var next))
        {
            bytes += next.Record.Body.Length;
            if (batch.Count > 0 && bytes > BytesACall) break;
            batch.Add(waiting.Dequeue());
        }
        return batch;
    }

    private async Task SendAsync(IReadOnlyList<GatheredWrite> batch)
    {
        await Task.Yield();
        await WriteAsync(batch);
        lock (gate)
        {
            underWay--;
            Depart();
        }
    }

    private async Task WriteAsync(IReadOnlyList<GatheredWrite> batch)
    {
        var calls = VendorCalls.Collect();
        try
        {
            var answers = await call([.. batch.Select((place, at) => place.Record with { Ref = $"{at + 1}" })]);
            for (var at = 0; at < batch.Count; at++)
            {
                var (place, reference) = (batch[at], $"{at + 1}");
                place.End(new(batch.Count, calls.Read(), () => answers.Of(reference) with { Ref = place.Record.Ref }));
            }
        }
        catch (FailureException failed) when (batch.Count > 1 && SpoiltByOne(failed.Failure))
        {
            var half = batch.Count / 2;
            await WriteAsync([.. batch.Take(half)]);
            await WriteAsync([.. batch.Skip(half)]);
        }
        catch (Exception failed)
        {
            foreach (var place in batch) place.End(new(batch.Count, calls.Read(), () => throw Again(failed)));
        }
    }

    /// <summary>The agent took the whole call for malformed or too large, and wrote nothing of it.</summary>
    private static bool SpoiltByOne(Failure failure) =>
        failure is { Class: FailureClass.Bug, EffectUnknown: false, Code: "bad_request" or "too_large" or "http-413" };

    private static Exception Again(Exception failed) =>
        failed is FailureException known ? new FailureException(known.Failure, known) : new InvalidOperationException(failed.Message, failed);
}
