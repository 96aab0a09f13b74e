using System.Globalization;
using System.Reflection;
using Isthmus.Embedded.Hosting.Discovery;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Isthmus.Embedded.Hosting.Timers;

/// <summary>Functions that the clock starts.</summary>
internal sealed class TimerTriggerKind(IConfiguration configuration) : ITriggerKind
{
    public Type Attribute => typeof(TimerTriggerAttribute);

    public string BindingType => "timerTrigger";

    public ParameterSource? BindTrigger(FunctionDraft draft)
    {
        CheckSchedule(draft);
        if (draft.TriggerParameter.ParameterType == typeof(TimerInfo)) return call => new(call.Input);
        draft.Wrong(draft.TriggerParameter, $"[TimerTrigger] gives a TimerInfo, not a {draft.TriggerParameter.ParameterType.Name}.");
        return null;
    }

    public ParameterSource? BindPlain(FunctionDraft draft, ParameterInfo parameter) => null;

    /// <exception cref="FormatException">It is neither a cron expression nor a time.</exception>
    public ITimerSchedule Schedule(TimerTriggerAttribute attribute)
    {
        var text = SettingNames.Resolve(configuration, attribute.Schedule, name =>
            throw new FormatException($"the setting '{name}' has no value; set it"));
        if (!text.Contains(' ') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval))
            return interval > TimeSpan.Zero ? new IntervalSchedule(interval) : throw new FormatException("the time must be more than zero");
        return CronSchedule.Parse(text);
    }

    private void CheckSchedule(FunctionDraft draft)
    {
        var attribute = (TimerTriggerAttribute)draft.Trigger;
        try
        {
            Schedule(attribute);
        }
        catch (FormatException failure)
        {
            draft.Wrong($"schedule '{attribute.Schedule}': {failure.Message}.");
        }
    }
}
