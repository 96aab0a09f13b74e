using Isthmus.Connectors.ZohoCrm;

namespace Isthmus.Functions.MasterData;

/// <summary>What a company decides about the records that are carried to its CRM; configuration section <c>Isthmus:MasterData</c>.</summary>
public sealed record MasterDataOptions
{
    /// <summary>Which of the CRM's automations our writes set off: none, workflows or all. Default none.</summary>
    public CrmTrigger Automations { get; init; } = CrmTrigger.None;

    /// <summary>
    /// Look for records that the CRM has already, under another name, before an Account or a Contact is made. Default true.
    /// </summary>
    public bool FindDuplicates { get; init; } = true;

    /// <summary>From so many bits on two records that are alike are held for a person, 1 to 60. Default 9: odds of about 500 to 1.</summary>
    public double ReviewFrom { get; init; } = 9;

    /// <summary>From so many bits on they are linked without a person, <see cref="ReviewFrom"/> to 100. Default 18.</summary>
    public double LinkFrom { get; init; } = 18;

    /// <summary>
    /// What happens in the CRM when the source has a record no more: <c>leave</c> it, <c>mark</c> it with <see cref="InactiveField"/>, or
    /// <c>unlink</c> it, which takes our key off it. Default leave.
    /// </summary>
    public string Deleted { get; init; } = MasterDataRules.Leave;

    /// <summary>
    /// Ask a person about each record before it is marked or unlinked, by a run that is held: approved it is done, rejected the record
    /// is left. Default false.
    /// </summary>
    public bool HoldDeleted { get; init; }

    /// <summary>The checkbox that <c>mark</c> sets, by its API name. Default Isthmus_Inactive.</summary>
    public string InactiveField { get; init; } = "Isthmus_Inactive";

    /// <summary>
    /// Have the nightly sweep undo what was changed by hand in the CRM in fields that the mapping fills, and make again what was deleted
    /// there. Default true.
    /// </summary>
    public bool CorrectDrift { get; init; } = true;

    /// <summary>
    /// Have flows look by themselves when it is time; false where only people, or another scheduler, have them look. Default true.
    /// </summary>
    public bool LookInTime { get; init; } = true;

    /// <summary>Records that are asked for at once, 1 to 500. Default 500.</summary>
    public int PageSize { get; init; } = 500;
}
