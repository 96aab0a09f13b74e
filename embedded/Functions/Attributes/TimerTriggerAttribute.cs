using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function by the clock.</summary>
/// <param name="schedule">NCRONTAB of six fields (seconds first) or five, a <see cref="TimeSpan"/>, or <c>%Setting%</c>.
/// UTC.</param>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>The schedule, as it was written.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>Whether it runs whenever the app starts as well.</summary>
    public bool RunOnStartup { get; set; }

    /// <summary>
    /// Whether runs are remembered, so that one missed while the app was down is caught up. Default true; needs a minute
    /// between runs.
    /// </summary>
    public bool UseMonitor { get; set; } = true;
}
