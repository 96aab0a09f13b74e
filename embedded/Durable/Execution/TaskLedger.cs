using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.DurableTask;

namespace Isthmus.Embedded.Durable.Execution;

/// <summary>
/// What the orchestrator's code has asked for, by sequence number: actions that the history does not hold yet, and tasks that
/// are open.
/// </summary>
internal sealed class TaskLedger
{
    private readonly Dictionary<int, OpenTask> open = [];
    private readonly HashSet<int> nonRetriable = [];
    private SortedDictionary<int, HistoryEvent> actions = [];
    private SortedDictionary<int, HistoryEvent> suspended = [];
    private int next;

    public bool HasOpenTasks => open.Count > 0;

    /// <summary>Timers that were cancelled since the last step was taken.</summary>
    public List<int> CancelledTimers { get; } = [];

    public IReadOnlyCollection<HistoryEvent> Actions => actions.Values;

    public int NextId() => next++;

    /// <summary>Asks for something that has no result.</summary>
    public void Act(HistoryEvent action) => actions.Add(action.EventId, action);

    /// <summary>Asks for something that has a result.</summary>
    public OpenTask Schedule(HistoryEvent action, string name)
    {
        Act(action);
        var task = new OpenTask(action.EventId, name);
        open.Add(task.Id, task);
        return task;
    }

    public void Complete(int id, string? result)
    {
        if (open.Remove(id, out var task)) task.Complete(result);
    }

    public void Fail(int id, FailureDetails? details)
    {
        if (!open.Remove(id, out var task)) return;
        if (details?.IsNonRetriable == true) nonRetriable.Add(id);
        details ??= new FailureDetails("(unknown)", "(unknown)", null, null, isNonRetriable: false);
        task.Fail(new TaskFailedException(task.Name, id, details.ToTask()));
    }

    public void CancelTimer(OpenTask timer)
    {
        if (!timer.Cancel()) return;
        open.Remove(timer.Id);
        CancelledTimers.Add(timer.Id);
    }

    public bool MayRetry(TaskFailedException failure) => !nonRetriable.Contains(failure.TaskId);

    /// <summary>Strikes out the action that the history holds already.</summary>
    public HistoryEvent? Match(int id) => actions.Remove(id, out var action) ? action : null;

    public void Suspend()
    {
        foreach (var (id, action) in actions) suspended.Add(id, action);
        actions = [];
    }

    public void Resume()
    {
        foreach (var (id, action) in suspended) actions.Add(id, action);
        suspended = [];
    }

    /// <summary>Gives away the new actions, in the order in which they were asked for.</summary>
    public IReadOnlyList<HistoryEvent> TakeActions()
    {
        var taken = actions.Values.ToList();
        actions.Clear();
        return taken;
    }
}
