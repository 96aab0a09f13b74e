namespace Isthmus.Sandbox.ZohoInventory.Organization;

/// <summary>Record ids (18 digits) and the automatic document numbers.</summary>
internal sealed class Series
{
    public long LastId { get; set; } = 460000000000100000;

    public Dictionary<string, int> Last { get; set; } = [];

    public string NextId() => (LastId += 2).ToString();

    /// <summary>"SO-00001" and so on; numbers that someone has taken by hand are passed over.</summary>
    public string NextNumber(string prefix, Func<string, bool> isTaken)
    {
        while (true)
        {
            var next = Last.GetValueOrDefault(prefix) + 1;
            Last[prefix] = next;
            var number = $"{prefix}-{next:D5}";
            if (!isTaken(number)) return number;
        }
    }
}
