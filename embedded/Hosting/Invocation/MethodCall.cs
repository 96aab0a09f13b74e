using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Embedded.Hosting.Invocation;

/// <summary>Calls a function's method on a new object of its class, and waits for what it returns.</summary>
internal sealed class MethodCall
{
    private static readonly MethodInfo ValueTaskAsTask = typeof(MethodCall).GetMethod(nameof(AsTask), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly MethodInvoker invoker;
    private readonly ObjectFactory? factory;
    private readonly Func<object?, Task?> toTask;
    private readonly Func<Task, object?> result;

    public MethodCall(MethodInfo method)
    {
        invoker = MethodInvoker.Create(method);
        if (!method.IsStatic) factory = ActivatorUtilities.CreateFactory(method.DeclaringType!, []);
        toTask = ToTask(method.ReturnType);
        result = Result(method.ReturnType);
    }

    /// <summary>The function's object, from the services of the call; null for a static method.</summary>
    public object? Instance(IServiceProvider services) => factory?.Invoke(services, null);

    public async Task<object?> RunAsync(object? instance, object?[] arguments)
    {
        var returned = invoker.Invoke(instance, arguments.AsSpan());
        if (toTask(returned) is not { } task) return returned;
        await task;
        return result(task);
    }

    private static Func<object?, Task?> ToTask(Type type)
    {
        if (typeof(Task).IsAssignableFrom(type)) return value => (Task?)value;
        if (type == typeof(ValueTask)) return value => ((ValueTask)value!).AsTask();
        if (!Is(type, typeof(ValueTask<>))) return _ => null;
        return ValueTaskAsTask.MakeGenericMethod(type.GetGenericArguments()).CreateDelegate<Func<object?, Task?>>();
    }

    private static Func<Task, object?> Result(Type type)
    {
        if (!Is(type, typeof(Task<>)) && !Is(type, typeof(ValueTask<>))) return _ => null;
        var property = typeof(Task<>).MakeGenericType(type.GetGenericArguments()).GetProperty(nameof(Task<>.Result))!;
        return property.GetValue;
    }

    private static bool Is(Type type, Type generic) => type.IsGenericType && type.GetGenericTypeDefinition() == generic;

    private static Task<T> AsTask<T>(object? value) => ((ValueTask<T>)value!).AsTask();
}
