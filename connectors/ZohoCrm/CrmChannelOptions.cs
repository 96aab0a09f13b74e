using Isthmus.Connectors.Options;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>How Zoho CRM's notification channels reach this installation.</summary>
public sealed record CrmChannelOptions
{
    /// <summary>
    /// The public address of <c>/api/webhooks/zoho-crm</c>; null for none: changes are then found by polling only.
    /// </summary>
    public Uri? NotifyUrl { get; init; }

    /// <summary>
    /// Name of the secret that the channels' tokens are made of; whoever calls without the right token is refused.
    /// </summary>
    public string TokenSecret { get; init; } = "zoho-crm-channel";

    /// <summary>
    /// How long a channel is asked to live: 00:10:00 to 7.00:00:00. Default 23:55:00, which every version of the API takes.
    /// </summary>
    public TimeSpan Life { get; init; } = new(23, 55, 0);

    /// <summary>With less than this left an alarm is raised. Default 02:00:00.</summary>
    public TimeSpan AlarmBelow { get; init; } = TimeSpan.FromHours(2);

    /// <summary>True when channels are used.</summary>
    public bool Enabled => NotifyUrl is not null;

    internal void Validate(OptionsProblems problems)
    {
        if (NotifyUrl is null) return;
        problems
            .Address(nameof(NotifyUrl), NotifyUrl)
            .Secret(nameof(TokenSecret), TokenSecret)
            .Between(nameof(Life), Life, TimeSpan.FromMinutes(10), TimeSpan.FromDays(7))
            .Between(nameof(AlarmBelow), AlarmBelow, TimeSpan.Zero, Life);
    }
}
