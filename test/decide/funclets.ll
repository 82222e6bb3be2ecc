; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; Windows' exception handling.

; CHECK: in_funclet_function: site %p: malloc of 8 bytes: kept: disabled: {{.*}}the function uses funclet exception handling
define void @in_funclet_function() personality ptr @__CxxFrameHandler3 {
  %p = call ptr @malloc(i64 8)
  invoke void @may_throw() to label %done unwind label %dispatch
dispatch:
  %s = catchswitch within none [label %handler] unwind to caller
handler:
  %c = catchpad within %s [ptr null, i32 64, ptr null]
  call void @look(ptr %p) [ "funclet"(token %c) ]
  catchret from %c to label %done
done:
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: in_landing_pad_function: site %p: malloc of 8 bytes: promoted
define void @in_landing_pad_function() personality ptr @__gxx_personality_v0 {
  %p = call ptr @malloc(i64 8)
  invoke void @may_throw() to label %done unwind label %pad
pad:
  %e = landingpad { ptr, i32 } catch ptr null
  call void @look(ptr %p)
  br label %done
done:
  call void @free(ptr %p)
  ret void
}

declare i32 @__CxxFrameHandler3(...)
declare i32 @__gxx_personality_v0(...)
declare void @may_throw()
declare ptr @malloc(i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
