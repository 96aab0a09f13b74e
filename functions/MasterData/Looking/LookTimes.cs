using Isthmus.Core.MasterData;

namespace Isthmus.Functions.MasterData.Looking;

/// <summary>Says when a flow looks, and at how much.</summary>
internal sealed class LookTimes(TimeProvider time)
{
    private static readonly TimeSpan Night = TimeSpan.FromHours(3);
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    /// <summary>How much it is to read now; null while it is not its time.</summary>
    public LookReach? Due(IMasterFlow flow, FlowState state) =>
        IsNight(state) ? LookReach.Unsettled : IsDue(flow, state) ? LookReach.Changes : null;

    /// <summary>From three o'clock on (UTC), what was not looked at as a whole since.</summary>
    private bool IsNight(FlowState state)
    {
        var now = time.GetUtcNow();
        var night = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero) + Night;
        return now >= night && state.Everything < night;
    }

    private bool IsDue(IMasterFlow flow, FlowState state) =>
        state.Position is not null || state.Notice is not null || state.Last is not { } last
        || time.GetUtcNow() - last.At >= Every(flow.Cadence) - Slack;

    private static TimeSpan Every(Cadence cadence) => cadence switch
    {
        Cadence.QuarterHourly => TimeSpan.FromMinutes(15),
        Cadence.Hourly => TimeSpan.FromHours(1),
        _ => TimeSpan.FromDays(1),
    };
}
