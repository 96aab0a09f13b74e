namespace Isthmus.Embedded.Tests.Model.Durable;

/// <summary>All instances as they should be, and a clock in seconds. Whatever can happen has happened when a call returns.</summary>
internal sealed class DurableModel
{
    private readonly SortedDictionary<string, ModelInstance> instances = new(StringComparer.Ordinal);

    public long Now { get; set; }

    public IReadOnlyCollection<ModelInstance> Instances => instances.Values;

    public long? NextDue => instances.Values.Where(i => !i.Ended).Min(i => i.Due);

    /// <summary>Lets the timers fire that are due.</summary>
    public void FireDue()
    {
        foreach (var instance in instances.Values.Where(i => !i.Ended && i.Due <= Now).ToList()) instance.Fire();
    }

    /// <summary>False: an instance of the id has not ended.</summary>
    public bool TryStart(string id, Act[] acts, (ModelInstance, int)? parent)
    {
        if (instances.TryGetValue(id, out var old) && !old.Ended) return false;
        var started = instances[id] = new ModelInstance(this, id, acts, parent);
        started.Begin();
        return true;
    }

    public IEnumerable<ModelInstance> ChildrenOf(ModelInstance parent) =>
        instances.Values.Where(i => !i.Ended && i.IsChildOf(parent)).ToList();

    public bool Purge(ModelInstance instance) => instance.Ended && instances.Remove(instance.Id);

    public int PurgeAll()
    {
        var ended = instances.Values.Where(i => i.Ended).ToList();
        foreach (var instance in ended) instances.Remove(instance.Id);
        return ended.Count;
    }
}
