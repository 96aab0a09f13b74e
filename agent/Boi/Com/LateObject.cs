using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Isthmus.Agent.Business;

namespace Isthmus.Agent.Boi;

/// <summary>
/// An object whose members are looked up when they are called, as BOI's are. It is used on the thread that made it, and
/// released once.
/// </summary>
/// <param name="name">What it is, for messages: "SO_SalesOrder_bus".</param>
/// <param name="target">The object.</param>
/// <param name="library">Takes it back.</param>
/// <param name="broke">Hears that a call broke.</param>
internal sealed class LateObject(string name, object target, IComLibrary library, Action broke) : IDisposable
{
    private const int UnknownName = unchecked((int)0x80020006);
    private const int MemberNotFound = unchecked((int)0x80020003);

    private bool released;

    public string Name => name;

    /// <summary>What the last verb said that gave 0 or -1.</summary>
    public string LastError => Text("sLastErrorMsg");

    /// <summary>A verb's return code. COM hands numbers back as many types, and nothing as null or blank.</summary>
    public int Call(string verb, params object[] arguments) =>
        LateValues.Whole(Invoke(verb, BindingFlags.InvokeMethod, arguments, null));

    /// <summary>A property that is text.</summary>
    public string Text(string property) =>
        LateValues.Text(Invoke(property, BindingFlags.GetProperty | BindingFlags.InvokeMethod, [], null));

    /// <summary>An object that a verb makes; null where it makes none.</summary>
    public LateObject? Make(string verb, string what, params object[] arguments) =>
        Wrap(what, Invoke(verb, BindingFlags.InvokeMethod, arguments, null));

    /// <summary>An object that belongs to this one: oLines.</summary>
    public LateObject? Child(string property) =>
        Wrap($"{name}.{property}", Invoke(property, BindingFlags.GetProperty | BindingFlags.InvokeMethod, [], null));

    /// <summary>A verb that gives values back in its arguments.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="arguments">The arguments; those given back are changed in place.</param>
    /// <param name="given">Which of them it gives back.</param>
    public int CallByReference(string verb, object[] arguments, params ReadOnlySpan<int> given)
    {
        var byReference = new ParameterModifier(arguments.Length);
        foreach (var at in given) byReference[at] = true;
        return LateValues.Whole(Invoke(verb, BindingFlags.InvokeMethod, arguments, [byReference]));
    }

    /// <summary>The target, to be handed to another object's verb.</summary>
    public object Target => target;

    public void Dispose()
    {
        if (released) return;
        released = true;
        library.Release(target);
    }

    private LateObject? Wrap(string what, object? made) =>
        made is null or string or ValueType ? null : new LateObject(what, made, library, broke);

    private object? Invoke(string member, BindingFlags how, object[] arguments, ParameterModifier[]? modifiers)
    {
        try
        {
            var culture = CultureInfo.InvariantCulture;
            return target.GetType().InvokeMember(member, how, null, target, arguments, modifiers, culture, null);
        }
        catch (Exception failed)
        {
            var cause = failed is TargetInvocationException { InnerException: { } inner } ? inner : failed;
            if (cause is MissingMemberException or COMException { HResult: UnknownName or MemberNotFound })
                throw new UnknownVerbException(name, member, cause);
            broke();
            // The message could hold values of a record; the number tells what happened.
            throw new BrokenSessionException($"The session to Sage broke at {name}.{member}. (0x{cause.HResult:X8})", cause);
        }
    }
}
