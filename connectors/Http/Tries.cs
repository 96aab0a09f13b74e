namespace Isthmus.Connectors.Http;

/// <summary>What has happened so far to one call.</summary>
internal sealed class Tries
{
    public int Count { get; private set; }

    /// <summary>A request is out and its answer is not in.</summary>
    public bool UnderWay { get; private set; }

    /// <summary>An earlier try may have had its effect.</summary>
    public bool Doubtful { get; set; }

    public ApiAnswer? Answer { get; set; }

    /// <summary>The HTTP status of the last answer.</summary>
    public int? Status { get; set; }

    public void Begin() { Count++; UnderWay = true; }

    public void End() => UnderWay = false;
}
