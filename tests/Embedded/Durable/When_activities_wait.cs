using Isthmus.Embedded.Durable.Dispatch;
using Isthmus.Embedded.Durable.Records;

namespace Isthmus.Embedded.Tests.Durable;

public sealed class When_activities_wait
{
    private readonly ActivityBacklog backlog = new(room: 2);

    [Fact]
    public void Those_of_the_execution_that_began_first_come_first()
    {
        Add(3, 1, 2);
        Add(1, 2);

        Assert.Equal([1, 1, 2, 2, 3], Take(5));
    }

    [Fact]
    public void Those_of_one_execution_come_in_their_order()
    {
        for (var task = 0; task < 5; task++) backlog.Add(Activity(7, task));

        Assert.Equal([0, 1, 2, 3, 4], Enumerable.Range(0, 5).Select(_ => backlog.Take()!.TaskId));
    }

    [Fact]
    public void Every_eighth_is_the_one_that_has_waited_longest()
    {
        Add(99);
        for (var old = 0; old < 20; old++) Add(1);

        Assert.Equal([1, 1, 1, 1, 1, 1, 1, 99, 1], Take(9));
    }

    [Fact]
    public void Each_is_taken_once()
    {
        var executions = Enumerable.Range(0, 100).Select(number => (long)(number * 37 % 11)).ToList();
        executions.ForEach(execution => Add(execution));

        Assert.Equal(executions.Order(), Take(100).Order());
        Assert.Null(backlog.Take());
    }

    [Fact]
    public void There_is_room_again_when_no_more_wait_than_may()
    {
        Assert.True(backlog.WhenRoomAsync().IsCompleted);
        Add(1, 2, 3, 4);
        var room = backlog.WhenRoomAsync();

        Take(1);
        Assert.False(room.IsCompleted);
        Take(1);
        Assert.True(room.IsCompletedSuccessfully);
    }

    private void Add(params IEnumerable<long> executions)
    {
        foreach (var execution in executions) backlog.Add(Activity(execution, 0));
    }

    private List<long> Take(int count) => [.. Enumerable.Range(0, count).Select(_ => backlog.Take()!.Execution)];

    private static ActivityRow Activity(long execution, int task) => new(execution, task, $"instance-{execution}", "Say", null);
}
