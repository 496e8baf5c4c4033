//! Work on several threads whose results leave in the order in which the jobs came.
//!
//! Each thread takes a job, works on it and delivers it; there is no thread beside them that would
//! have to keep up. Jobs and results are reused, and no more than two results a thread wait.

use std::{
    collections::BTreeMap,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    thread,
};

use anyhow::{Error, Result};

/// Where results wait for their turn.
struct Desk<D, W> {
    next: u64,
    waiting: BTreeMap<u64, D>,
    spare: Vec<D>,
    write: W,
    stopped: bool,
    error: Option<Error>,
}

struct Shared<D, R, W> {
    /// Reads the next job; beside it, the job's number.
    source: Mutex<(u64, R)>,
    desk: Mutex<Desk<D, W>>,
    moved: Condvar,
    most_waiting: usize,
}

/// Reads jobs until `read` says `false`, has each done by one of the workers that `hire` makes, one
/// a thread, and writes the results in order. The first error stops everything.
pub fn run<J, D, K>(
    threads: usize,
    read: impl FnMut(&mut J) -> Result<bool> + Send,
    hire: impl Fn() -> K + Sync,
    write: impl FnMut(&mut D) -> Result<()> + Send,
) -> Result<()>
where
    J: Default,
    D: Default + Send,
    K: FnMut(&J, &mut D),
{
    let desk =
        Desk { next: 0, waiting: BTreeMap::new(), spare: Vec::new(), write, stopped: false, error: None };
    let shared = Shared {
        source: Mutex::new((0, read)),
        desk: Mutex::new(desk),
        moved: Condvar::new(),
        most_waiting: 2 * threads,
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(|| shared.work(hire()));
        }
        shared.work(hire());
    });
    let desk = shared.desk.into_inner().unwrap_or_else(PoisonError::into_inner);
    desk.error.map_or(Ok(()), Err)
}

impl<D, R, W> Shared<D, R, W>
where
    D: Default,
    W: FnMut(&mut D) -> Result<()>,
{
    fn work<J: Default>(&self, mut worker: impl FnMut(&J, &mut D))
    where
        R: FnMut(&mut J) -> Result<bool>,
    {
        let _guard = StopOnPanic(self);
        let mut job = J::default();
        let mut done = D::default();
        loop {
            match self.take(&mut job) {
                Ok(Some(number)) => {
                    worker(&job, &mut done);
                    match self.deliver(number, done) {
                        Some(spare) => done = spare,
                        None => return,
                    }
                }
                Ok(None) => return,
                Err(error) => return self.stop(Some(error)),
            }
        }
    }

    fn take<J>(&self, job: &mut J) -> Result<Option<u64>>
    where
        R: FnMut(&mut J) -> Result<bool>,
    {
        let mut source = self.source.lock().unwrap_or_else(PoisonError::into_inner);
        let number = source.0;
        source.0 += 1;
        Ok((source.1)(job)?.then_some(number))
    }

    /// Writes what is in turn. Returns a used result to fill again, or `None` when all has stopped.
    fn deliver(&self, number: u64, done: D) -> Option<D> {
        let mut desk = self.desk();
        desk.waiting.insert(number, done);
        while let Some(mut done) = desk.in_turn().filter(|_| !desk.stopped) {
            if let Err(error) = (desk.write)(&mut done) {
                drop(desk);
                self.stop(Some(error));
                return None;
            }
            desk.spare.push(done);
            self.moved.notify_all();
        }
        while desk.waiting.len() >= self.most_waiting && !desk.stopped {
            desk = self.moved.wait(desk).unwrap_or_else(PoisonError::into_inner);
        }
        let spare = desk.spare.pop();
        (!desk.stopped).then(|| spare.unwrap_or_default())
    }
}

impl<D, R, W> Shared<D, R, W> {
    fn desk(&self) -> MutexGuard<'_, Desk<D, W>> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn stop(&self, error: Option<Error>) {
        let mut desk = self.desk();
        desk.stopped = true;
        desk.error = desk.error.take().or(error);
        self.moved.notify_all();
    }
}

impl<D, W> Desk<D, W> {
    fn in_turn(&mut self) -> Option<D> {
        let done = self.waiting.remove(&self.next)?;
        self.next += 1;
        Some(done)
    }
}

/// Lets the other threads go when one of them panics.
struct StopOnPanic<'s, D, R, W>(&'s Shared<D, R, W>);

impl<D, R, W> Drop for StopOnPanic<'_, D, R, W> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.stop(None);
        }
    }
}
