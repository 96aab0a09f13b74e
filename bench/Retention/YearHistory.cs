using DurableTask.Core;
using DurableTask.Core.History;
using Isthmus.Embedded.Durable.Records;
using Isthmus.Embedded.Storage;

namespace Isthmus.Bench.Retention;

/// <summary>The two orchestrations of an order with their histories, as the engine leaves them.</summary>
internal static class YearHistory
{
    private const int StartedAndCompleted = 2;
    private static long execution = 1_000_000;

    public static void Write(StoreSession session, YearOrder order)
    {
        Write(session, order, order.CashRun, "OrderToCash", 8, 455, 138);
        Write(session, order, order.SageRun, "SalesOrderToSage", 4, 245, 115);
    }

    private static void Write(StoreSession session, YearOrder order, string instance, string name, int activities, int input, int result)
    {
        var (id, at) = (++execution, order.At.UtcTicks);
        var length = (activities * 4) + StartedAndCompleted + 2;
        var row = new InstanceRow(
            id, instance, name, "1.0", order.Held ? OrchestrationStatus.Running : OrchestrationStatus.Completed, at, at,
            order.Held ? null : at, Input: new string('i', 120), Output: null, Length: length);
        InstanceTable.Insert(session, row);
        InstanceTable.Update(session, row with { Output = order.Held ? null : new string('o', 64) });
        var position = 0;
        void Add(HistoryEvent e)
        {
            e.Timestamp = order.At.UtcDateTime;
            HistoryTable.Append(session, id, position++, e);
        }
        Add(new OrchestratorStartedEvent(-1));
        Add(new ExecutionStartedEvent(-1, null) { Name = name });
        for (var activity = 0; activity < activities; activity++)
        {
            Add(new TaskScheduledEvent(activity, "CreateSalesOrder", "1.0", new string('i', input)));
            Add(new OrchestratorCompletedEvent(-1));
            Add(new OrchestratorStartedEvent(-1));
            Add(new TaskCompletedEvent(-1, activity, new string('r', result)));
        }
        if (!order.Held) Add(new ExecutionCompletedEvent(-1, null, OrchestrationStatus.Completed));
        Add(new OrchestratorCompletedEvent(-1));
    }
}
